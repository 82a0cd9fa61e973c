// inputs.hpp: the files that a product was made from, and whether they are still the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace lab::build {

// One file as it was: size in bytes and time of its last change in nanoseconds.
struct Input {
    std::filesystem::path path;
    std::int64_t size = -1;
    std::int64_t changed = -1;

    bool operator==(const Input&) const = default;
};

// How these files are now; a file that is not there has size -1. Paths are absolute or relative to `folder`.
std::vector<Input> observe(const std::vector<std::filesystem::path>& files, const std::filesystem::path& folder);

// As text, one a line, and back.
std::string write_inputs(const std::vector<Input>& inputs);
std::vector<Input> read_inputs(const std::string& text);

bool are_unchanged(const std::vector<Input>& inputs);

}  // namespace lab::build
