// places.cpp: looks up frames, and the text of their lines.
#include "symbols/places.hpp"

#include "evidence/source_text.hpp"

#include <filesystem>

namespace lab::symbols {
namespace {

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::size_t first = at;
        std::size_t last = end;
        while (first < last && (text[first] == ' ' || text[first] == '\t' || text[first] == '\r')) ++first;
        while (last > first && (text[last - 1] == ' ' || text[last - 1] == '\t' || text[last - 1] == '\r')) --last;
        lines.push_back(text.substr(first, last - first));
        at = end + 1;
    }
    return lines;
}

std::string normal(const std::string& path) {
    std::error_code error;
    const std::filesystem::path result = std::filesystem::weakly_canonical(path, error);
    return error ? std::filesystem::path(path).lexically_normal().string() : result.string();
}

std::string line_of(const std::vector<std::string>& lines, int line) {
    return line >= 1 && static_cast<std::size_t>(line) <= lines.size() ? lines[static_cast<std::size_t>(line) - 1]
                                                                       : std::string();
}

}  // namespace

Places::Places(DebugInfo& debug_info, std::uint64_t base, const std::vector<SourceFile>& sources)
    : debug_info_(debug_info), base_(base) {
    for (const SourceFile& source : sources) {
        const std::string code = evidence::code_only(source.text);
        lines_[&source] = {split_lines(source.text), split_lines(code), code};
        by_path_[source.path] = &source;
        by_path_[normal(source.path)] = &source;
    }
}

const SourceFile* Places::find_source(const std::string& file) {
    if (file.empty()) return nullptr;
    auto found = by_path_.find(file);
    if (found == by_path_.end()) {
        const auto canonical = by_path_.find(normal(file));
        found = by_path_.emplace(file, canonical == by_path_.end() ? nullptr : canonical->second).first;
    }
    return found->second;
}

const std::vector<Frame>& Places::frames(const std::vector<std::uint64_t>& stack) {
    const auto [found, added] = remembered_.try_emplace(stack);
    if (!added) return found->second;
    for (std::size_t depth = 0; depth < stack.size(); ++depth) {
        const std::uint64_t address = stack[depth];
        if (address <= base_) continue;
        bool innermost = depth == 0;
        for (const CodeLine& line : debug_info_.lines_of(address - base_ - 1)) {
            if (const SourceFile* source = find_source(line.file))
                found->second.push_back({source, line.line, line.function, innermost, depth});
            innermost = false;
        }
    }
    return found->second;
}

const Frame* Places::shown(const std::vector<Frame>& frames) {
    for (const auto role : {SourceFile::Role::hand_in, SourceFile::Role::check, SourceFile::Role::given})
        for (const Frame& frame : frames)
            if (frame.source->role == role) return &frame;
    return nullptr;
}

std::string Places::line(const Frame& frame) const { return line_of(lines_.at(frame.source).text, frame.line); }

std::string Places::code(const Frame& frame) const { return line_of(lines_.at(frame.source).code, frame.line); }

const std::string& Places::all_code(const Frame& frame) const { return lines_.at(frame.source).all_code; }

evidence::Place Places::place(const std::vector<std::uint64_t>& stack) {
    const Frame* frame = shown(frames(stack));
    if (frame == nullptr) return {};
    return {frame->source->shown, frame->line, frame->function, line(*frame)};
}

std::vector<evidence::Call> Places::calls(const std::vector<std::uint64_t>& stack) {
    std::vector<evidence::Call> calls;
    for (const Frame& frame : frames(stack))
        calls.push_back({{frame.source->shown, frame.line, frame.function, line(frame)},
                         frame.source->role == SourceFile::Role::hand_in,
                         frame.depth});
    return calls;
}

}  // namespace lab::symbols
