// product.hpp: one compiler run and what it makes - a precompiled header, an object file, a program - through the
// cache.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "build/cache.hpp"
#include "build/compiler_command.hpp"

namespace lab::build {

struct Product {
    std::filesystem::path file;  // in the cache
    std::string identity;        // changes whenever its content may have changed
    std::string diagnostics;     // warnings, as the compiler coloured them
    bool cached = false;
};

// Why there is no product.
struct BuildFailure {
    std::string diagnostics;  // what the compiler said, with its colours
    std::string reason;  // a sentence, if it was not the compiler that refused: "the compiler was stopped after ..."
    bool ours = false;   // the fault is the machine's or the checker's, not the hand-in's
};

using Outcome = tl::expected<Product, BuildFailure>;

// What all runs of one build share. The references outlive it.
struct Workshop {
    const Toolchain& toolchain;
    const Installation& installation;
    const Cache& cache;
    std::filesystem::path shown_from;  // where the compiler runs; sources inside are named relative to it
};

// A file that is compiled, and the files that count by content: for these a new date alone changes nothing.
struct Unit {
    std::filesystem::path source;
    std::vector<std::filesystem::path> by_content;
    std::vector<std::filesystem::path> headers_from;
    Language language = Language::cpp;
    std::vector<std::string> more_flags = {};
};

// The flavour's prefix header, precompiled. Its file is the folder that compile() wants.
Outcome precompile(const Workshop& shop, Flavour flavour, const std::stop_token& stop);

// `precompiled` may be null: no such header.
Outcome compile(const Workshop& shop, Flavour flavour, const Unit& unit, const Product* precompiled,
                const std::stop_token& stop);

// `names` are those of the objects in the linker's messages.
Outcome link(const Workshop& shop, Flavour flavour, const std::vector<Product>& objects,
             const std::vector<std::string>& names, const std::stop_token& stop,
             const std::vector<std::string>& more_flags = {});

}  // namespace lab::build
