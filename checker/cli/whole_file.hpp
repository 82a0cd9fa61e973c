// whole_file.hpp: writes a file whole or not at all.
#pragma once

#include <filesystem>
#include <string>

namespace lab::cli {

// Under a temporary name beside the file first. Empty: done; else what went wrong.
std::string write_whole(const std::filesystem::path& file, const std::string& text);

}  // namespace lab::cli
