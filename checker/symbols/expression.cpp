// expression.cpp: a small scanner for names in lines of C++.
#include "symbols/expression.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace lab::symbols {
namespace {

bool is_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_'; }

// A name with members and indices: "queue->items[0].key". `end` is behind it, `next` the first character after blanks.
struct Chain {
    std::string text;
    std::size_t start = 0;
    std::size_t end = 0;
    char before = ' ';
    char next = ' ';
    bool qualified = false;  // preceded or followed by "::"
    bool declared = false;   // a type stands before it
};

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size() && std::isspace(static_cast<unsigned char>(line[at])) != 0) ++at;
    return at;
}

// Behind the bracket that closes the one at `open`.
std::size_t behind_bracket(std::string_view line, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < line.size(); ++at) {
        if (line[at] == '(' || line[at] == '[' || line[at] == '{') ++depth;
        if ((line[at] == ')' || line[at] == ']' || line[at] == '}') && --depth == 0) return at + 1;
    }
    return line.size();
}

// Behind the angle bracket that closes the one at `open`; `open` if it is no template's.
std::size_t behind_angle(std::string_view line, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < line.size(); ++at) {
        if (line[at] == '<') ++depth;
        if (line[at] == '>' && --depth == 0) return at + 1;
        if (line[at] == ';' || line[at] == '{') break;
    }
    return open;
}

bool is_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 44> words = {
        "if",       "while", "for",    "return",  "else",     "do",        "switch",   "case",     "break",
        "continue", "const", "auto",   "int",     "bool",     "char",      "long",     "short",    "unsigned",
        "signed",   "float", "double", "void",    "static",   "new",       "delete",   "true",     "false",
        "nullptr",  "this",  "std",    "size_t",  "struct",   "class",     "template", "typename", "using",
        "throw",    "try",   "catch",  "mutable", "noexcept", "constexpr", "co_await", "volatile"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<Chain> chains_in(std::string_view line) {
    std::vector<Chain> chains;
    std::string previous_word;
    std::size_t previous_end = 0;
    for (std::size_t at = 0; at < line.size();) {
        if (!is_word(line[at]) || std::isdigit(static_cast<unsigned char>(line[at])) != 0) {
            while (at < line.size() && std::isdigit(static_cast<unsigned char>(line[at])) != 0 && is_word(line[at]))
                ++at;
            if (at < line.size() && !is_word(line[at])) ++at;
            continue;
        }
        Chain chain;
        chain.start = at;
        chain.before = at > 0 ? line[at - 1] : ' ';
        for (;;) {
            while (at < line.size() && is_word(line[at])) ++at;
            while (at < line.size() && line[at] == '[') at = behind_bracket(line, at);
            if (at + 1 < line.size() && line[at] == '.' && is_word(line[at + 1])) {
                ++at;
            } else if (at + 2 < line.size() && line[at] == '-' && line[at + 1] == '>' && is_word(line[at + 2])) {
                at += 2;
            } else {
                break;
            }
        }
        chain.end = at;
        chain.text = line.substr(chain.start, at - chain.start);
        if (chain.text.starts_with("this->")) chain.text.erase(0, 6);
        const std::size_t next = skip_blanks(line, at);
        chain.next = next < line.size() ? line[next] : ' ';
        chain.qualified = (chain.start >= 2 && line.substr(chain.start - 2, 2) == "::") || line.substr(at, 2) == "::";
        // "int total", "auto& item", "std::vector<int> items": a word, or what ends a type, with only blanks, & or *
        // between.
        std::size_t back = chain.start;
        bool gap = false;
        while (back > 0 && (line[back - 1] == ' ' || line[back - 1] == '&' || line[back - 1] == '*'))
            gap = true, --back;
        const bool after_type = back > 0 && gap &&
                                (line[back - 1] == '>' ? back < 2 || line[back - 2] != '-'
                                                       : back == previous_end && line[chain.start - 1] != '*');
        chain.declared = after_type && !previous_word.empty() && previous_word != "return" && previous_word != "case" &&
                         previous_word != "throw" && previous_word != "co_await" && previous_word != "delete" &&
                         previous_word != "else" && previous_word != "new" &&
                         line.substr(back, chain.start - back).find("&&") == std::string_view::npos;
        previous_word = chain.text;
        previous_end = chain.end;
        chains.push_back(std::move(chain));
    }
    return chains;
}

// The last component and what is before it: "a.b.wait" -> {"a.b", "wait"}.
std::pair<std::string, std::string> split_last(const std::string& chain) {
    const std::size_t dot = chain.rfind('.');
    const std::size_t arrow = chain.rfind("->");
    if (dot != std::string::npos && (arrow == std::string::npos || dot > arrow))
        return {chain.substr(0, dot), chain.substr(dot + 1)};
    if (arrow != std::string::npos) return {chain.substr(0, arrow), chain.substr(arrow + 2)};
    return {"", chain};
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
    return std::string(text);
}

// The arguments between the bracket at `open` and its partner.
std::vector<std::string> arguments_at(std::string_view line, std::size_t open) {
    std::vector<std::string> arguments;
    if (open >= line.size()) return arguments;
    const std::size_t end = behind_bracket(line, open);
    if (end == line.size() && (line.empty() || std::string_view(")}]").find(line.back()) == std::string_view::npos))
        return arguments;  // goes on in the next line
    std::size_t start = open + 1;
    int depth = 0;
    for (std::size_t at = open + 1; at + 1 <= end; ++at) {
        const bool last = at + 1 == end;
        if (last || (line[at] == ',' && depth == 0)) {
            if (std::string item = trimmed(line.substr(start, at - start)); !item.empty())
                arguments.push_back(std::move(item));
            start = at + 1;
        } else if (line[at] == '(' || line[at] == '[' || line[at] == '{') {
            ++depth;
        } else if (line[at] == ')' || line[at] == ']' || line[at] == '}') {
            --depth;
        }
    }
    return arguments;
}

bool is_lock_type(std::string_view word) {
    return word == "lock_guard" || word == "unique_lock" || word == "scoped_lock" || word == "shared_lock" ||
           word == "Inside";
}

// Only what names an object: no tags, no durations, no literals. Drops a leading & or *.
std::vector<std::string> objects_among(const std::vector<std::string>& arguments) {
    std::vector<std::string> objects;
    for (std::string item : arguments) {
        if (!item.empty() && item.front() == '&') item = trimmed(item.substr(1));
        if (item.find("_lock") != std::string::npos &&
            (item.find("defer_lock") != std::string::npos || item.find("adopt_lock") != std::string::npos ||
             item.find("try_to_lock") != std::string::npos))
            continue;
        if (item.find("chrono") != std::string::npos || item.empty() || !(is_word(item[0]) || item[0] == '*')) continue;
        if (std::isdigit(static_cast<unsigned char>(item[0])) != 0) continue;
        objects.push_back(std::move(item));
    }
    return objects;
}

// Position of the bracket that opens the initialiser of a lock object declared or made at `type_end`; npos if there is
// none. `name` gets the object's name, empty for a temporary.
std::size_t initialiser(std::string_view line, std::size_t type_end, std::string& name) {
    std::size_t at = skip_blanks(line, type_end);
    if (at < line.size() && line[at] == '<') at = skip_blanks(line, behind_angle(line, at));
    const std::size_t start = at;
    while (at < line.size() && is_word(line[at])) ++at;
    name = line.substr(start, at - start);
    at = skip_blanks(line, at);
    return at < line.size() && (line[at] == '(' || line[at] == '{') ? at : std::string_view::npos;
}

}  // namespace

std::vector<std::string> locked_by_declaration(std::string_view line) {
    for (const Chain& chain : chains_in(line)) {
        if (is_lock_type(chain.text)) {
            std::string name;
            const std::size_t open = initialiser(line, chain.end, name);
            if (open != std::string_view::npos) return objects_among(arguments_at(line, open));
        }
        if ((chain.text == "lock" || chain.text == "try_lock") && chain.qualified && chain.next == '(')
            return objects_among(arguments_at(line, skip_blanks(line, chain.end)));
    }
    return {};
}

std::string receiver_of(std::string_view line, const std::vector<std::string_view>& functions) {
    for (const Chain& chain : chains_in(line)) {
        if (chain.next != '(') continue;
        const auto [object, function] = split_last(chain.text);
        if (std::find(functions.begin(), functions.end(), function) == functions.end()) continue;
        if (!object.empty()) return object;
        if (chain.before == '.' || chain.before == '>') continue;  // on the result of another call
        const auto arguments = objects_among(arguments_at(line, skip_blanks(line, chain.end)));
        if ((function.starts_with("sem_") || function.starts_with("pthread_") || function == "call_once") &&
            !arguments.empty())
            return arguments[0];
    }
    return {};
}

std::string first_argument_of(std::string_view line, const std::vector<std::string_view>& functions) {
    for (const Chain& chain : chains_in(line)) {
        const auto [object, function] = split_last(chain.text);
        if (chain.next != '(' || std::find(functions.begin(), functions.end(), function) == functions.end()) continue;
        const std::size_t open = skip_blanks(line, chain.end);
        std::size_t end = open + 1;  // not by arguments_at(): the call may go on in the next line
        while (end < line.size() && (is_word(line[end]) || line[end] == '.' || line[end] == ' ')) ++end;
        return trimmed(line.substr(open + 1, end - open - 1));
    }
    return {};
}

std::string mutex_of_lock_object(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_word(text[end])) ++end;
        if (is_lock_type(text.substr(at, end - at))) {
            std::string declared;
            const std::size_t open = initialiser(text, end, declared);
            if (open != std::string_view::npos && declared == name) {
                const auto arguments = objects_among(arguments_at(text, open));
                if (!arguments.empty()) return arguments[0];
            }
        }
        at = end;
    }
    return {};
}

namespace {

// `T name = ...`, or `T name(...);`, `T name{...};` with its end in the line: no function, no class.
bool declares_variable(std::string_view line, const Chain& chain) {
    if (!chain.declared) return false;
    if (chain.next == '=') return true;
    if (chain.next != '(' && chain.next != '{') return false;
    const std::size_t behind = skip_blanks(line, behind_bracket(line, skip_blanks(line, chain.end)));
    return behind < line.size() && line[behind] == ';';
}

}  // namespace

Uses uses_in(std::string_view line) {
    Uses uses;
    const auto add = [](std::vector<std::string>& list, const std::string& item) {
        if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
    };
    for (const Chain& chain : chains_in(line)) {
        const auto [object, last] = split_last(chain.text);
        if (is_keyword(chain.text) || chain.qualified) continue;
        if (uses.declared.empty() && declares_variable(line, chain)) uses.declared = chain.text;
        if (chain.next == '(') {
            if (!chain.declared) add(uses.receivers, object);
            if (object.empty() && chain.text.ends_with('_'))
                add(uses.variables, chain.text);  // a constructor's member_(value)
            continue;
        }
        if (chain.before == '.' || chain.before == '>') continue;  // a member of a call's result
        if (chain.next == '<' && chain.end < line.size() && line[chain.end] == '<' && line.substr(chain.end, 2) != "<<")
            continue;
        const std::size_t next = skip_blanks(line, chain.end);
        const std::string_view rest = line.substr(next);
        const bool spaced = next > chain.end && next < line.size() && is_word(line[next]);  // "Account account"
        const std::string_view after = line.substr(chain.end);
        const bool reference = after.starts_with("& ") || after.starts_with("* ") || after.starts_with("&& ");
        if ((spaced || reference) && !chain.declared) continue;  // a type
        if (chain.declared) continue;
        add(uses.variables, chain.text);
        const auto assigns = [&rest] {
            if (rest.starts_with("++") || rest.starts_with("--")) return true;
            if (rest.starts_with("=") && !rest.starts_with("==")) return true;
            for (const std::string_view op : {"+=", "-=", "*=", "/=", "%=", "|=", "&=", "^="})
                if (rest.starts_with(op)) return true;
            return rest.starts_with("<<=") || rest.starts_with(">>=");
        };
        const bool prefixed =
            chain.start >= 2 && (line.substr(chain.start - 2, 2) == "++" || line.substr(chain.start - 2, 2) == "--");
        if (uses.target.empty() && (prefixed || assigns())) uses.target = chain.text;
    }
    return uses;
}

std::string receiver_of_call(std::string_view line, std::string_view function) {
    for (const Chain& chain : chains_in(line)) {
        const auto [object, last] = split_last(chain.text);
        if (chain.next == '(' && last == function) return object;
    }
    return {};
}

std::string declared_as(std::string_view line, std::string_view type) {
    std::size_t type_end = std::string_view::npos;
    for (const Chain& chain : chains_in(line)) {
        const bool after_type = type_end < chain.start && skip_blanks(line, type_end) == chain.start;
        if (after_type && (chain.next == '(' || chain.next == '{' || chain.next == ';' || chain.next == '='))
            return chain.text;
        if (chain.text == type) type_end = chain.end;
    }
    return {};
}

}  // namespace lab::symbols
