// visible.cpp: a scanner for UTF-8 and what should not reach a terminal.
#include "report/visible.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

namespace lab::report {
namespace {

struct Character {
    std::uint32_t code = 0;
    std::size_t size = 1;
    bool valid = false;
};

Character decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t index) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[index]));
    };
    const std::uint32_t first = byte(at);
    if (first < 0x80) return {first, 1, true};
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + size > text.size()) return {first, 1, false};
    std::uint32_t code = first & (0x7fU >> size);
    for (std::size_t index = 1; index < size; ++index) {
        if ((byte(at + index) & 0xc0U) != 0x80) return {first, 1, false};
        code = code << 6 | (byte(at + index) & 0x3fU);
    }
    constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[size] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {first, 1, false};
    return {code, size, true};
}

// Not seen, or able to make other text look different from what it is.
bool is_deceptive(std::uint32_t code) {
    return (code >= 0x80 && code < 0xa0) || code == 0xad || (code >= 0x200b && code <= 0x200f) ||
           (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || code == 0xfeff ||
           code >= 0xe0000;
}

bool is_wide(std::uint32_t code) {
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
           (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
           (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
           (code >= 0x1f300 && code <= 0x1faff);
}

std::string escape(const Character& character) {
    char text[16];
    if (!character.valid || character.code < 0x80)
        std::snprintf(text, sizeof text, "\\x%02x", character.code);
    else
        std::snprintf(text, sizeof text, "\\u{%x}", character.code);
    return text;
}

std::string make_visible(std::string_view text, bool lines, bool tabs) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        if (character.code == '\n' && lines)
            result += '\n';
        else if (character.code == '\n')
            result += "\\n";
        else if (character.code == '\r')
            result += "\\r";
        else if (character.code == '\t')
            result += tabs ? "\\t" : " ";
        else if (!character.valid || character.code < 0x20 || character.code == 0x7f || is_deceptive(character.code))
            result += escape(character);
        else
            result += text.substr(at, character.size);
        at += character.size;
    }
    return result;
}

}  // namespace

std::string visible(std::string_view text, bool lines) { return make_visible(text, lines, false); }

std::string visible_line(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0 && line[end - 1] == ' ') --end;
    std::string result = make_visible(line.substr(0, end), false, true);
    for (std::size_t blank = end; blank < line.size(); ++blank) result += "\\x20";
    return result;
}

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = decode(text, at);
        columns += character.valid && is_wide(character.code) ? 2 : 1;
        at += character.size;
    }
    return columns;
}

std::string shortened(const std::string& text, std::size_t columns) {
    if (width(text) <= columns) return text;
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = decode(text, at).size;
        if (width(result) + width(text.substr(at, size)) + 3 > columns) break;
        result += text.substr(at, size);
        at += size;
    }
    return result + "...";
}

}  // namespace lab::report
