// installation.cpp: finds the checker's own parts.
#include "build/installation.hpp"

#include "flavour_flags.hpp"

namespace lab::build {

namespace fs = std::filesystem;

Installation find_installation() {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path data = (folder / installed_data).lexically_normal();
    if (!error && fs::is_directory(data / "engine/include", error)) {
        return {data / "engine/include", data / "engine/std", data / "native",
                (folder / installed_libraries).lexically_normal(), source_folder};
    }
    const fs::path source = source_folder;
    return {source / "checker/engine/include", source / "checker/engine/std", source / "checker/native",
            fs::path(build_folder) / "lib", source};
}

const char* lab_version() { return version; }

}  // namespace lab::build
