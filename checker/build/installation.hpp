// installation.hpp: where this checker's own parts are: the back ends, and the headers that hand-ins see.
#pragma once

#include <filesystem>

namespace lab::build {

struct Installation {
    std::filesystem::path include;       // <interleave/interleave.hpp>
    std::filesystem::path explored_std;  // headers in place of the compiler's, for explored builds
    std::filesystem::path native;        // headers for native builds
    std::filesystem::path libraries;     // libinterleave.so, libinterleave_native.a
    std::filesystem::path course;        // the course that this checker was built with; may be gone
};

// Looks beside the running binary first (installed), then where it was built.
Installation find_installation();

// The version of the lab, as in "0.1.0".
const char* lab_version();

}  // namespace lab::build
