// wrap.cpp: line breaking.
#include "report/wrap.hpp"

#include "report/visible.hpp"

#include <algorithm>

namespace lab::report {
namespace {

constexpr char held_blank = '\x1f';  // no visible() text has it

}  // namespace

std::string together(std::string words) {
    std::ranges::replace(words, ' ', held_blank);
    return words;
}

std::vector<std::string> wrap(const std::string& text, std::size_t columns) {
    columns = std::max<std::size_t>(columns, 4);
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        std::string word = text.substr(at, end - at);
        at = end + 1;
        if (word.empty()) continue;
        std::string& line = lines.back();
        if (!line.empty() && width(line) + 1 + width(word) > columns) {
            lines.emplace_back();
        } else if (!line.empty()) {
            line += ' ';
        }
        while (width(lines.back()) + width(word) > columns) {  // longer than a line
            std::size_t cut = 1;
            while (cut < word.size() && (width(word.substr(0, cut + 1)) <= columns || (word[cut] & 0xc0) == 0x80))
                ++cut;
            lines.back() += word.substr(0, cut);
            word.erase(0, cut);
            lines.emplace_back();
        }
        lines.back() += word;
    }
    if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
    for (std::string& line : lines) std::ranges::replace(line, held_blank, ' ');
    return lines;
}

std::string paragraph(const std::string& text, std::size_t indent, std::size_t columns) {
    std::string result;
    for (const std::string& line : wrap(text, columns - indent)) result += std::string(indent, ' ') + line + "\n";
    return result;
}

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t now = width(text);
    return now >= columns ? text : text + std::string(columns - now, ' ');
}

std::vector<std::string> wrap_source(const std::string& text, std::size_t room) {
    std::vector<std::string> pieces;
    std::string rest = text;
    while (width(rest) > room) {
        std::size_t cut = rest.size(), blank = 0;
        for (std::size_t at = 1, last = 0; at <= rest.size(); ++at) {
            if (at < rest.size() && (rest[at] & 0xc0) == 0x80) continue;
            if (width(std::string_view(rest).substr(0, at)) > room) {
                cut = last;
                break;
            }
            last = at;
            if (rest[at - 1] == ' ' && rest.find_first_not_of(' ') < at) blank = at;
        }
        if (blank > 0) cut = blank;
        pieces.push_back(rest.substr(0, cut));
        rest = "    " + rest.substr(cut);
    }
    pieces.push_back(rest);
    return pieces;
}

}  // namespace lab::report
