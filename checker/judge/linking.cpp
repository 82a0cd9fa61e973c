// linking.cpp: reads the messages of ld and lld.
#include "judge/linking.hpp"

#include "judge/words.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace lab::judge {
namespace {

constexpr std::size_t most_named = 4;

// As the student writes it.
std::string short_name(std::string name) {
    for (const auto& [from, to] :
         {std::pair<std::string_view, std::string_view>{
              "std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> >", "std::string"},
          {"std::string, std::allocator<std::string > >", "std::string>"},
          {"std::string, std::allocator<std::string> >", "std::string>"}})
        for (std::size_t at = 0; (at = name.find(from)) != std::string::npos;) name.replace(at, from.size(), to);
    return name;
}

// What stands between `before` and `after` in each place, once each, in order.
void collect(const std::string& text, std::string_view before, char after, std::vector<std::string>& names) {
    for (std::size_t at = 0; (at = text.find(before, at)) != std::string::npos;) {
        at += before.size();
        const std::size_t end = text.find_first_of(std::string{after, '\n'}, at);
        std::string name = short_name(text.substr(at, end - at));
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
}

}  // namespace

std::string undefined_sentence(const std::string& diagnostics) {
    std::vector<std::string> names;
    collect(diagnostics, "undefined reference to `", '\'', names);
    collect(diagnostics, "undefined symbol: ", '\n', names);
    if (names.empty()) return {};
    const std::size_t more = names.size() > most_named ? names.size() - most_named : 0;
    names.resize(names.size() - more);
    for (std::string& name : names) name = "`" + name + "`";
    if (more > 0) names.push_back(std::to_string(more) + " more");
    return "Nothing defines " + joined(names) + ". " +
           (names.size() == 1 ? "Is it in your file, with exactly this name and these parameters?"
                              : "Are they in your file, with exactly these names and parameters?") +
           " Nothing was run.";
}

}  // namespace lab::judge
