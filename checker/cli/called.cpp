// called.cpp: the environment variable LAB_CALLED, which ./lab sets. Nothing else reads it.
#include "cli/called.hpp"

#include <algorithm>
#include <cstdlib>

namespace lab::cli {

const std::string& called() {
    static const std::string name = [] {
        const char* given = std::getenv("LAB_CALLED");
        const std::string text = given == nullptr ? "" : given;
        const bool printable = std::ranges::all_of(text, [](unsigned char byte) { return byte >= ' ' && byte != 127; });
        return text.empty() || !printable ? std::string("checker") : text;
    }();
    return name;
}

std::string as_called(std::string text) {
    constexpr std::string_view name = "checker";
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos;) {
        const bool begins = at == 0 || text[at - 1] == '\n' || text[at - 1] == '`' || text[at - 1] == '(' ||
                            (at > 1 && text.compare(at - 2, 2, "  ") == 0) ||
                            (at > 1 && text.compare(at - 2, 2, ": ") == 0);
        const bool ends = at + name.size() < text.size() && text[at + name.size()] == ' ';
        if (begins && ends) text.replace(at, name.size(), called());
        at += begins && ends ? called().size() : name.size();
    }
    return text;
}

}  // namespace lab::cli
