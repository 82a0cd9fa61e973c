// words.cpp: the words of `checker watch`.
#include "watch/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/visible.hpp"

namespace lab::watch {

namespace {

constexpr std::size_t columns = 80;

}  // namespace

std::string begin_line(const std::string& number, const std::string& why) {
    const std::string text = fmt::format("-- {}: {}, building ... ", number, why);
    return text + std::string(columns - std::min(columns - 3, text.size()), '-') + '\n';
}

std::string end_line(const std::string& number, const std::string& verdict, const std::string& bar) {
    const std::string right = fmt::format(" {} --", bar);
    const std::string begin = fmt::format("-- {}: ", number);
    const std::size_t room = columns - std::min(columns - 8, begin.size() + right.size() + 4);
    const std::string left = begin + report::shortened(verdict, room) + ' ';
    return left + std::string(columns - std::min(columns - 3, left.size() + right.size()), '-') + right + '\n';
}

std::string status_line(const std::string& number, const std::string& what, bool with_keys) {
    std::string line = number + ' ' + what;
    if (!with_keys) return line;
    line.resize(std::max<std::size_t>(line.size(), 25), ' ');
    return line + "  [h]int [p]lay [r]un [n]ext [l]ist [o]pen [q]uit [?]";
}

std::string keys_text() {
    return R"(  h  a hint; press it again for the second and the third
  p  play: you are the scheduler of your own program
  r  run again
  n  the next lesson that is not solved
  l  the list of lessons
  o  open the report: the verdict as a page for the browser
  q  quit (Ctrl-C does, too)
  ?  these keys
Saving the file is all that is needed to have it judged.
)";
}

}  // namespace lab::watch
