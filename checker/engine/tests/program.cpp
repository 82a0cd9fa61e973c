// program.cpp: reads the heads of the programs.
#include "program.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace programs {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t at; (at = text.find(separator, from)) != std::string::npos; from = at + separator.size())
        parts.push_back(text.substr(from, at - from));
    parts.push_back(text.substr(from));
    return parts;
}

std::string unescaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        char escape = text[++i];
        result += escape == 'n' ? '\n' : escape == 't' ? '\t' : escape == 's' ? ' ' : escape;
    }
    return result;
}

std::set<std::string> unescaped_set(const std::vector<std::string>& texts) {
    std::set<std::string> result;
    for (const auto& text : texts) result.insert(unescaped(text));
    return result;
}

}  // namespace

Program read_program(const std::filesystem::path& path) {
    Program program;
    program.path = path;
    program.name = path.parent_path().filename().string() + "/" + path.filename().string();
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line) && line.rfind("// ", 0) == 0; ++number) {
        auto colon = line.find(": ");
        std::string key = colon == std::string::npos ? "" : line.substr(3, colon - 3);
        std::string value = colon == std::string::npos ? "" : line.substr(colon + 2);
        if (key == "expect") {
            for (const auto& kind : split(value, "|")) program.expected.insert(kind);
        } else if (key == "output") {
            program.outputs = std::set<std::string>{unescaped(value)};
        } else if (key == "outputs") {
            if (!program.outputs) program.outputs.emplace();
            program.outputs->merge(unescaped_set(split(value, " || ")));
        } else if (key == "flags") {
            std::istringstream words(value);
            for (std::string word; words >> word;) program.flags.push_back(word);
        } else if (key == "then") {
            program.then = value;
        } else if (key == "budget") {
            program.budget = std::stoi(value);
        } else if (key == "gap") {
            program.gap = value;
        } else if (number == 1) {
            throw std::runtime_error(path.string() + ":1: the first line must be \"// expect: ...\"");
        }
    }
    if (program.expected.empty())
        throw std::runtime_error(path.string() + ":1: it does not say what to expect (\"// expect: passed\")");
    if (program.expected.count("passed") && !program.outputs)
        throw std::runtime_error(path.string() + ":2: a right program must say its \"// output: ...\"");
    return program;
}

std::vector<Program> read_programs(const std::filesystem::path& folder) {
    std::vector<Program> programs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        auto extension = entry.path().extension();
        if (extension == ".cpp" || extension == ".c") programs.push_back(read_program(entry.path()));
    }
    std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return programs;
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (char c : text) {
        if (c == '\n')
            result += "\\n";
        else if (static_cast<unsigned char>(c) < ' ')
            result += '?';
        else
            result += c;
    }
    return result + "\"";
}

}  // namespace programs
