// escape.cpp: entities for HTML, escapes for JSON within it, percents for URIs.
#include "report/escape.hpp"

#include "report/visible.hpp"

#include <cstdio>

namespace lab::report {

std::string html_entities(std::string_view text) {
    std::string result;
    for (const char character : text) {
        switch (character) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += character;
        }
    }
    return result;
}

std::string html_text(std::string_view text, bool lines) { return html_entities(visible(text, lines)); }

std::string json_for_html(std::string_view json) {
    std::string result;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char character = json[at];
        const std::string_view three = json.substr(at, 3);
        if (character == '<' || character == '>' || character == '&') {
            char text[8];
            std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(character));
            result += text;
        } else if (three == "\xe2\x80\xa8" || three == "\xe2\x80\xa9") {
            result += three == "\xe2\x80\xa8" ? "\\u2028" : "\\u2029";
            at += 2;
        } else {
            result += character;
        }
    }
    return result;
}

std::string uri_path(std::string_view path) {
    std::string result;
    for (const char character : path) {
        const auto byte = static_cast<unsigned char>(character);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') ||
                           std::string_view("-._~/").find(character) != std::string::npos;
        char text[4];
        std::snprintf(text, sizeof text, "%%%02X", byte);
        result += plain ? std::string(1, character) : text;
    }
    return result;
}

}  // namespace lab::report
