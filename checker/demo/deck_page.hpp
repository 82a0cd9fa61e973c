// deck_page.hpp: style and script of the deck; CMake makes them of deck.css and deck.js.
#pragma once

namespace lab::demo {

extern const char* const deck_style;
extern const char* const deck_style_hash;  // SHA-256, in base 64: for the content security policy
extern const char* const deck_script;
extern const char* const deck_script_hash;

}  // namespace lab::demo
