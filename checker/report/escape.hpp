// escape.hpp: text of a hand-in, made harmless inside of HTML.
#pragma once

#include <string>
#include <string_view>

namespace lab::report {

// Visible (see visible.hpp), with the five characters that mean something in HTML as entities.
std::string html_text(std::string_view text, bool lines = false);

// The entities alone, for text that is visible already.
std::string html_entities(std::string_view text);

// A JSON document that can stand in a <script> element: nothing in it ends the element or begins a comment, and no
// line separator of Unicode is in it.
std::string json_for_html(std::string_view json);

// As a part of a URI: everything but letters, digits and -._~/ in percent.
std::string uri_path(std::string_view path);

}  // namespace lab::report
