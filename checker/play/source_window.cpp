// source_window.cpp: picks and trims lines.
#include "play/source_window.hpp"

#include <algorithm>

#include "report/visible.hpp"

namespace lab::play {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const bool crlf = end > at && text[end - 1] == '\r';
        lines.push_back(text.substr(at, end - at - (crlf ? 1 : 0)));
        at = end + 1;
    }
    return lines;
}

// Tabs as four blanks, so that indentation can be compared.
std::string without_tabs(const std::string& line) {
    std::string text;
    for (const char character : line) text += character == '\t' ? std::string(4, ' ') : std::string(1, character);
    return text;
}

}  // namespace

SourceWindow source_window(const std::vector<report::Source>& sources, const std::string& file, int line,
                           std::size_t rows, bool narrow) {
    SourceWindow window;
    if (rows == 0) return window;
    const auto source = std::ranges::find(sources, file, &report::Source::name);
    const std::vector<std::string> lines =
        source == sources.end() ? std::vector<std::string>() : lines_of(source->text);
    if (file.empty() || line < 1 || static_cast<std::size_t>(line) > lines.size()) {
        window.lines.push_back({0, "(not in the lesson's files)", false});
        return window;
    }
    window.lines.push_back({0, report::visible(file) + ":", false});
    const std::size_t room = std::min(rows - 1, lines.size());
    const auto current = static_cast<std::size_t>(line);
    // A little more of what comes after than of what came before.
    std::size_t first = current > room / 2 ? current - room / 2 : 1;
    first = std::min(first, lines.size() - room + 1);
    std::size_t indentation = std::string::npos;
    for (std::size_t number = first; number < first + room; ++number) {
        std::string text = without_tabs(lines[number - 1]);
        const std::size_t used = text.find_first_not_of(' ');
        if (used != std::string::npos) indentation = std::min(indentation, used);
        window.lines.push_back({static_cast<int>(number), std::move(text), number == current});
    }
    const std::size_t own = without_tabs(lines[current - 1]).find_first_not_of(' ');
    if (narrow && own != std::string::npos && own > indentation + 4) indentation = own - 4;
    for (SourceWindow::Line& shown : window.lines) {
        if (shown.number == 0) continue;
        const std::size_t blanks = std::min(shown.text.find_first_not_of(' '), shown.text.size());
        shown.text = report::visible(shown.text.substr(std::min(indentation, blanks)));
    }
    return window;
}

}  // namespace lab::play
