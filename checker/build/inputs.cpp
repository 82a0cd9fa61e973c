// inputs.cpp: remembers files by size and time of change.
#include "build/inputs.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <sstream>

namespace lab::build {

namespace fs = std::filesystem;

namespace {

Input look_at(const fs::path& path) {
    struct stat status{};
    if (stat(path.c_str(), &status) != 0) return {path, -1, -1};
    return {path, status.st_size, std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec};
}

}  // namespace

std::vector<Input> observe(const std::vector<fs::path>& files, const fs::path& folder) {
    std::vector<Input> inputs;
    for (const fs::path& file : files) inputs.push_back(look_at((folder / file).lexically_normal()));
    std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.path < b.path; });
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
}

std::string write_inputs(const std::vector<Input>& inputs) {
    std::string text;
    for (const Input& input : inputs) text += fmt::format("{} {} {}\n", input.size, input.changed, input.path.string());
    return text;
}

std::vector<Input> read_inputs(const std::string& text) {
    std::vector<Input> inputs;
    std::istringstream lines(text);
    Input input;
    std::string path;
    while (lines >> input.size >> input.changed && lines.get() == ' ' && std::getline(lines, path)) {
        input.path = path;
        inputs.push_back(input);
    }
    return inputs;
}

bool are_unchanged(const std::vector<Input>& inputs) {
    return std::all_of(inputs.begin(), inputs.end(), [](const Input& input) { return look_at(input.path) == input; });
}

}  // namespace lab::build
