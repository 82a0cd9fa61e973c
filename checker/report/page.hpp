// page.hpp: style and script of the HTML report; CMake makes them of page.css and page.js.
#pragma once

namespace lab::report {

extern const char* const page_style;
extern const char* const page_style_hash;  // SHA-256, in base 64: for the content security policy
extern const char* const page_script;
extern const char* const page_script_hash;

}  // namespace lab::report
