// cheating.cpp: names that take the place of the check's own, and words that take the hand-in out of its sight.
#include "judge/cheating.hpp"

#include "evidence/source_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace lab::judge {
namespace {

bool is_word(char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_'; }

// A word or a single other character of C++ text, and where it stands.
struct Token {
    std::string_view text;
    std::size_t at = 0;
};

// `code` without blanks; line breaks are tokens, since they end a #pragma.
std::vector<Token> tokens_of(std::string_view code) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < code.size();) {
        std::size_t end = at + 1;
        while (is_word(code[at]) && end < code.size() && is_word(code[end])) ++end;
        if (code[at] == '\n' || std::isspace(static_cast<unsigned char>(code[at])) == 0)
            tokens.push_back({code.substr(at, end - at), at});
        at = end;
    }
    return tokens;
}

// Without the underscores around it: __optimize__ is optimize.
std::string_view bare(std::string_view word) {
    while (word.size() > 4 && word.starts_with("__") && word.ends_with("__")) word = word.substr(2, word.size() - 4);
    return word;
}

bool hides_accesses(std::string_view word) {
    word = bare(word);
    return word.starts_with("no_sanitize") || word == "disable_sanitizer_instrumentation" || word == "optimize" ||
           word == "optnone" || word == "naked" || word == "alias" || word == "ifunc" || word == "weakref";
}

std::string place(const HandIn::File& file, std::size_t at) {
    const auto line = 1 + std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return file.shown + ":" + std::to_string(line);
}

// The first string literal from `at` on, without its quotes.
std::string_view literal_after(std::string_view text, std::size_t at) {
    const std::size_t open = text.find('"', at);
    const std::size_t close = open == std::string_view::npos ? open : text.find('"', open + 1);
    return close == std::string_view::npos ? std::string_view() : text.substr(open + 1, close - open - 1);
}

// Assembly without effect on memory: hints to the processor, and fences for the compiler.
bool is_harmless_assembly(std::string_view text) {
    constexpr std::array<std::string_view, 6> harmless = {"", "nop", "pause", "rep; nop", "rep;nop", "yield"};
    return std::find(harmless.begin(), harmless.end(), text) != harmless.end();
}

// The tokens of an attribute's brackets, which open at `from`: up to where as many have closed.
std::size_t end_of_brackets(const std::vector<Token>& tokens, std::size_t from) {
    int depth = 0;
    for (std::size_t i = from; i < tokens.size(); ++i) {
        if (tokens[i].text == "(" || tokens[i].text == "[") ++depth;
        if ((tokens[i].text == ")" || tokens[i].text == "]") && --depth == 0) return i;
    }
    return tokens.size();
}

std::size_t end_of_line(const std::vector<Token>& tokens, std::size_t from) {
    while (from < tokens.size() && tokens[from].text != "\n") ++from;
    return from;
}

std::string hidden(std::string_view word, const std::string& where) {
    return "`" + std::string(word) + "` at " + where +
           ": a hand-in must not choose how it is compiled, since the checker would no longer see what it does.";
}

std::optional<std::string> find_hiding(const HandIn::File& file) {
    const std::string code = evidence::code_only(file.text);
    const std::vector<Token> tokens = tokens_of(code);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = tokens[i].text;
        const auto next = [&](std::size_t n) {
            return i + n < tokens.size() ? tokens[i + n].text : std::string_view();
        };
        std::size_t end = i;
        if (bare(word) == "attribute" || word == "__attribute" || (word == "[" && next(1) == "[")) {
            end = end_of_brackets(tokens, i);
            for (std::size_t j = i; j < end; ++j)
                if (hides_accesses(tokens[j].text)) return hidden(tokens[j].text, place(file, tokens[j].at));
        } else if (word == "#" && next(1) == "pragma" && (next(2) == "GCC" || next(2) == "clang")) {
            end = end_of_line(tokens, i);
            const std::string_view what = next(3);
            if (what == "optimize" || what == "attribute" || what == "target" || what == "redefine_extname")
                return hidden("#pragma " + std::string(next(2)) + " " + std::string(what), place(file, tokens[i].at));
        } else if (word == "#" && next(1) == "pragma" && (next(2) == "redefine_extname" || next(2) == "weak")) {
            return hidden("#pragma " + std::string(next(2)), place(file, tokens[i].at));
        } else if (word == "_Pragma" || word == "__pragma") {
            const std::string_view what = literal_after(file.text, tokens[i].at);
            for (const char* bad : {"optimize", "attribute", "redefine_extname", "weak"})
                if (what.find(bad) != std::string_view::npos)
                    return hidden("_Pragma(\"" + std::string(what) + "\")", place(file, tokens[i].at));
        } else if (word == "asm" || word == "__asm" || word == "__asm__") {
            if (!is_harmless_assembly(literal_after(file.text, tokens[i].at)))
                return "`" + std::string(word) + "` at " + place(file, tokens[i].at) +
                       ": assembly is no C++, and the checker cannot see what it does to memory.";
        }
    }
    return std::nullopt;
}

// "`name` at file:line" if the text has it as a word, else "`name`".
std::string named(const HandIn& hand_in, const std::string& name) {
    for (const HandIn::File& file : hand_in.files) {
        const std::string code = evidence::code_only(file.text);
        for (const Token& token : tokens_of(code))
            if (token.text == name) return "`" + name + "` at " + place(file, token.at);
    }
    return "`" + name + "`";
}

bool is_in(std::string_view name, std::string_view space) {
    return name.starts_with("_ZN" + std::string(space)) || name.starts_with("_ZNK" + std::string(space)) ||
           name.starts_with("_ZZN" + std::string(space));
}

constexpr std::string_view of_checks = "10interleave";
constexpr std::string_view of_doctest = "7doctest";

std::optional<std::string> find_taken(const HandIn& hand_in, const ObjectNames& names,
                                      const std::vector<std::string>& reserved) {
    const auto taken = [&](const std::string& name, bool weak) -> std::optional<std::string> {
        const bool known = std::binary_search(reserved.begin(), reserved.end(), name);
        if (name == "main")
            return named(hand_in, name) +
                   ": the program around the exercise has its main() already; a hand-in holds the functions only.";
        if (is_in(name, of_checks))
            return "The hand-in defines something in the namespace `interleave`, which belongs to the checks.";
        if (name.starts_with("__tsan_") || name.starts_with("interleave_") || (known && !name.starts_with("_Z")))
            return named(hand_in, name) +
                   ": a function of the system has this name, and the hand-in would take its place. Choose another "
                   "name, or put it into a namespace.";
        // Instances of templates and operator new may be the hand-in's own; functions of std:: may not.
        if (known && !weak && (name.starts_with("_ZNSt") || name.starts_with("_ZNKSt")))
            return "The hand-in defines a function of the standard library anew.";
        return std::nullopt;
    };
    for (const std::string& name : names.defined)
        if (auto found = taken(name, false)) return found;
    for (const std::string& name : names.defined_weak)
        if (auto found = taken(name, true)) return found;
    return std::nullopt;
}

// The hooks that the compiler itself calls; others only a hand-in would.
bool is_compilers_hook(std::string_view name) {
    constexpr std::array<std::string_view, 9> prefixes = {"__tsan_read",      "__tsan_write",  "__tsan_unaligned_",
                                                          "__tsan_volatile_", "__tsan_atomic", "__tsan_vptr_",
                                                          "__tsan_func_",     "__tsan_init",   "__tsan_mem"};
    return std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) { return name.starts_with(prefix); });
}

std::optional<std::string> find_used(const HandIn& hand_in, const ObjectNames& names) {
    constexpr std::array<std::string_view, 5> loaders = {"dlsym", "dlvsym", "dlopen", "dlmopen", "dl_iterate_phdr"};
    for (const std::string& name : names.wanted) {
        if (is_in(name, of_checks))
            return "The hand-in calls functions of the namespace `interleave`. They belong to the checks: what is "
                   "judged must not help to judge.";
        if (is_in(name, of_doctest))
            return "The hand-in has test cases or assertions of its own. They do not count here: keep your tests in a "
                   "file of their own, outside of what you hand in.";
        if (name.starts_with("__tsan_") && !is_compilers_hook(name))
            return named(hand_in, name) + ": this tells the checker what is not so.";
        if (std::find(loaders.begin(), loaders.end(), name) != loaders.end())
            return named(hand_in, name) + ": code that is loaded while the program runs is not checked.";
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> find_cheat(const HandIn& hand_in, const ObjectNames& names,
                                      const std::vector<std::string>& reserved) {
    for (const HandIn::File& file : hand_in.files)
        if (auto found = find_hiding(file)) return found;
    if (auto found = find_used(hand_in, names)) return found;
    return find_taken(hand_in, names, reserved);
}

}  // namespace lab::judge
