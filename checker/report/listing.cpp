// listing.cpp: numbers before lines.
#include "report/listing.hpp"

#include <fmt/format.h>

#include <sstream>

#include "report/visible.hpp"
#include "report/wrap.hpp"

namespace lab::report {

std::string listing(const std::string& source, std::size_t columns) {
    constexpr std::size_t margin = 6;
    std::string text;
    std::istringstream lines(source);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('\r')) line.pop_back();
        std::string head = fmt::format("{:>4}  ", ++number);
        for (const std::string& piece : wrap_source(visible(line), columns - margin)) {
            text += head + piece;
            text.erase(text.find_last_not_of(' ') + 1);
            text += '\n';
            head = std::string(margin, ' ');
        }
    }
    return text;
}

}  // namespace lab::report
