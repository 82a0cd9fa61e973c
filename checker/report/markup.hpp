// markup.hpp: the small pieces that our pages of HTML are put together from. What comes from a hand-in is made
// harmless.
#pragma once

#include "judge/result.hpp"

#include <cstddef>
#include <string>

namespace lab::report {

// One line of text, at most so many columns.
std::string brief(const std::string& text, std::size_t columns = 1000);

// The same; names `like this` of our own messages become code.
std::string with_code(const std::string& text);

// A <p> of a message; nothing of an empty one. `kind` is its class.
std::string paragraph(const std::string& text, const char* kind = "");

// A <pre> with so many bytes of a text of several lines as fit.
std::string block(const std::string& text, std::size_t bytes);

// "good", "open" or "bad": the class that a verdict's colour goes by.
const char* kind_of(judge::Verdict verdict);

// Colour, sign and name of a verdict, which say the same.
std::string badge(judge::Verdict verdict);

// "the program, main()", or the name in quotation marks.
std::string case_title(const judge::CaseResult& item);

// A whole page with this style and script; the content security policy allows nothing else.
struct Page {
    std::string title;  // of a hand-in perhaps
    std::string body;
    const char* style;
    const char* style_hash;
    const char* script;
    const char* script_hash;
};
std::string page_html(const Page& page);

}  // namespace lab::report
