// words.hpp: what `checker watch` says of itself. Pure.
#pragma once

#include <string>

namespace lab::watch {

// "-- 04: saved, building ... -----": the first line of feedback. Programs may look for it (VS Code does): a line that
// begins with "-- ", a lesson's number and a colon, and has "building" in it, begins a run.
std::string begin_line(const std::string& number, const std::string& why);

// "-- 04: deadlock ---- [###...] 2 of 7 solved --": the last line of a run.
std::string end_line(const std::string& number, const std::string& verdict, const std::string& bar);

// The line at the bottom: what goes on, and the keys.
std::string status_line(const std::string& number, const std::string& what, bool with_keys);

// What `?` shows.
std::string keys_text();

}  // namespace lab::watch
