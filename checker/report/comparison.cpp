// comparison.cpp: compared lines in columns.
#include "report/comparison.hpp"

#include <fmt/format.h>

#include "report/difference.hpp"
#include "report/wrap.hpp"

namespace lab::report {

namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t margin = 12;  // the two numbers, the mark, and blanks
constexpr std::size_t most_lines = 2000;

std::string number_or_blank(std::size_t number) { return number == 0 ? "" : std::to_string(number); }

std::string row(const ComparedLine& line, bool colour) {
    std::string text;
    std::string head =
        fmt::format("{:>4} {:>4} {} ", number_or_blank(line.first), number_or_blank(line.second), line.mark);
    for (const std::string& piece : wrap_source(line.text, columns - margin)) {
        text += head + piece;
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
        head = fmt::format("{:9} {} ", "", line.mark);
    }
    if (!colour || line.mark == ' ') return text;
    text.pop_back();
    return fmt::format("\x1b[{}m{}\x1b[0m\n", line.mark == '-' ? 31 : 32, text);
}

}  // namespace

std::string comparison(const std::string& yours, const std::string& reference, bool colour) {
    if (yours == reference) return {};
    return folded(compare_lines(yours, reference, most_lines), margin,
                  [&](const ComparedLine& line) { return row(line, colour); });
}

}  // namespace lab::report
