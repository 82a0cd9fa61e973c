// product.cpp: runs the compiler under limits, and keeps what it made.
#include "build/product.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "build/build.hpp"
#include "build/hand_in.hpp"
#include "build/inputs.hpp"
#include "build/machine_trouble.hpp"
#include "build/sha256.hpp"
#include "run/process.hpp"

namespace lab::build {

namespace fs = std::filesystem;

namespace {

// A student's compilation takes a second or two; templates without end would take all that there is.
constexpr auto compile_seconds = std::chrono::seconds(30);
constexpr std::uint64_t compile_memory = 2ULL << 30U;
constexpr std::uint64_t compile_file_size = 1ULL << 30U;

// Part of every key: another one makes all older entries unfindable.
constexpr std::string_view cache_format = "1";

std::string read_file(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

void write_file(const fs::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) throw fs::filesystem_error("cannot write", file, std::make_error_code(std::errc::io_error));
}

std::optional<BuildFailure> run_compiler(const Command& command, const fs::path& directory, const fs::path& temporary,
                                         std::string& diagnostics, const std::stop_token& stop) {
    run::ProcessRequest request;
    request.argv = command;
    request.environment = {"TMPDIR=" + temporary.string()};
    request.directory = directory;
    request.wall_limit = compile_seconds * 2;
    request.cpu_limit = compile_seconds;
    request.memory_limit = compile_memory;
    request.file_size_limit = compile_file_size;
    run::ProcessResult result = run::supervise(request, stop);
    diagnostics = result.err + result.out;

    const std::string compiler = fs::path(command.front()).filename().string();
    if (result.cancelled) return BuildFailure{"", "the build was stopped", true};
    if (!result.start_error.empty()) {
        return BuildFailure{"", fmt::format("{} cannot be started: {}", compiler, result.start_error), true};
    }
    if (result.limit == run::Limit::wall || result.limit == run::Limit::cpu ||
        result.cpu_seconds > compile_seconds.count()) {
        return BuildFailure{std::move(diagnostics),
                            fmt::format("{} was stopped after {} s: templates or includes without end?", compiler,
                                        compile_seconds.count())};
    }
    if (result.limit != run::Limit::none) {
        return BuildFailure{std::move(diagnostics), fmt::format("{} was stopped: it wrote without end", compiler)};
    }
    if (result.signal != 0) {
        return BuildFailure{std::move(diagnostics),
                            fmt::format("{} was ended by {}", compiler, run::describe_signal(result.signal))};
    }
    if (result.exit_code != 0) {
        const std::string trouble = machine_trouble(without_colours(diagnostics));
        return BuildFailure{std::move(diagnostics), trouble.empty() ? "" : compiler + " could not work: " + trouble,
                            !trouble.empty()};
    }
    return std::nullopt;
}

// The entry of this key, if all that it was made from is as it was then.
std::optional<Product> find_product(const Cache& cache, const std::string& key, std::string_view file) {
    const auto entry = cache.find(key);
    if (!entry || !are_unchanged(read_inputs(read_file(*entry / "inputs")))) return std::nullopt;
    return Product{*entry / file, read_file(*entry / "identity"), read_file(*entry / "diagnostics"), true};
}

Product keep_product(const Cache& cache, Draft draft, const std::string& key, std::string_view file, Product product) {
    write_file(draft.folder() / "identity", product.identity);
    write_file(draft.folder() / "diagnostics", product.diagnostics);
    product.file = cache.publish(std::move(draft), key) / file;
    return product;
}

std::vector<fs::path> dependencies_in(const fs::path& rule) { return read_make_rule(read_file(rule)); }

void begin_key(Sha256& hash, const Workshop& shop, std::string_view kind, Flavour flavour) {
    hash.add_field(cache_format);
    hash.add_field(kind);
    hash.add_field(name_of(flavour));
    hash.add_field(shop.toolchain.identity);
}

// Of the command, and of the content of all files that count by content.
std::string object_key(const Workshop& shop, Flavour flavour, const Unit& unit, const Compilation& compilation,
                       const Product* precompiled) {
    Sha256 hash;
    begin_key(hash, shop, "object", flavour);
    for (const std::string& word : compile_command(shop.toolchain, flavour, shop.installation, compilation)) {
        hash.add_field(word);
    }
    hash.add_field(shop.shown_from.string());
    hash.add_field(precompiled == nullptr ? "" : precompiled->identity);
    hash.add_field(sha256_of_file(unit.source));
    for (const fs::path& file : unit.by_content) {
        hash.add_field(file.string());
        hash.add_field(sha256_of_file(file));
    }
    return hash.hex();
}

}  // namespace

Outcome precompile(const Workshop& shop, Flavour flavour, const std::stop_token& stop) {
    Sha256 hash;
    begin_key(hash, shop, "prefix", flavour);
    for (const std::string& word : precompile_command(shop.toolchain, flavour, shop.installation, ""))
        hash.add_field(word);
    const std::string key = hash.hex();
    if (auto product = find_product(shop.cache, key, "")) return *product;

    Draft draft = shop.cache.draft();
    const fs::path header = prefix_header(flavour, shop.installation);
    Product product;
    if (auto failure = run_compiler(precompile_command(shop.toolchain, flavour, shop.installation, draft.folder()), "/",
                                    draft.folder(), product.diagnostics, stop)) {
        failure->ours = true;
        if (failure->reason.empty()) failure->reason = fmt::format("{} does not compile", header.string());
        return tl::unexpected(std::move(*failure));
    }
    write_file(draft.folder() / "prefix.hpp", fmt::format("#include \"{}\"\n", header.string()));
    const std::string inputs = write_inputs(observe(dependencies_in(draft.folder() / "dependencies"), "/"));
    write_file(draft.folder() / "inputs", inputs);
    product.identity = sha256(key + inputs);
    product.diagnostics.clear();
    return keep_product(shop.cache, std::move(draft), key, "", std::move(product));
}

Outcome compile(const Workshop& shop, Flavour flavour, const Unit& unit, const Product* precompiled,
                const std::stop_token& stop) {
    const fs::path& directory = shop.shown_from;
    Compilation compilation;
    compilation.source = shown(directory, unit.source);
    compilation.language = unit.language;
    compilation.more_flags = unit.more_flags;
    for (const fs::path& folder : unit.headers_from) compilation.headers_from.push_back(shown(directory, folder));
    if (precompiled != nullptr) compilation.precompiled = precompiled->file;

    const std::string key = object_key(shop, flavour, unit, compilation, precompiled);
    if (auto product = find_product(shop.cache, key, "object.o")) return *product;

    Draft draft = shop.cache.draft();
    compilation.object = draft.folder() / "object.o";
    compilation.dependencies = draft.folder() / "dependencies";
    Product product;
    if (auto failure = run_compiler(compile_command(shop.toolchain, flavour, shop.installation, compilation), directory,
                                    draft.folder(), product.diagnostics, stop)) {
        return tl::unexpected(std::move(*failure));
    }
    Compilation again = compilation;
    again.object.clear();
    again.dependencies.clear();
    if (object_key(shop, flavour, unit, again, precompiled) != key) {
        // A file was saved meanwhile: nobody knows which of the two contents the compiler read.
        return compile(shop, flavour, unit, precompiled, stop);
    }
    std::vector<Input> inputs = observe(dependencies_in(compilation.dependencies), directory);
    std::erase_if(inputs, [&](const Input& input) {
        return input.path == unit.source ||
               std::find(unit.by_content.begin(), unit.by_content.end(), input.path) != unit.by_content.end();
    });
    write_file(draft.folder() / "inputs", write_inputs(inputs));
    product.identity = sha256_of_file(compilation.object);
    return keep_product(shop.cache, std::move(draft), key, "object.o", std::move(product));
}

Outcome link(const Workshop& shop, Flavour flavour, const std::vector<Product>& objects,
             const std::vector<std::string>& names, const std::stop_token& stop,
             const std::vector<std::string>& more_flags) {
    const fs::path library = back_end_library(flavour, shop.installation);
    std::vector<fs::path> links;
    for (const std::string& name : names) links.emplace_back(name);

    Sha256 hash;
    begin_key(hash, shop, "program", flavour);
    for (const std::string& word :
         link_command(shop.toolchain, flavour, shop.installation, links, "program", more_flags)) {
        hash.add_field(word);
    }
    for (const Product& object : objects) hash.add_field(object.identity);
    hash.add_field(sha256_of_file(library));
    const std::string key = hash.hex();
    if (auto product = find_product(shop.cache, key, "program")) return *product;
    if (!fs::exists(library)) {
        return tl::unexpected(BuildFailure{
            "", fmt::format("{} is missing: build the lab again (./lab run ...)", library.string()), true});
    }

    Draft draft = shop.cache.draft();
    for (std::size_t i = 0; i < objects.size(); ++i) fs::create_symlink(objects[i].file, draft.folder() / links[i]);
    Product product;
    if (auto failure =
            run_compiler(link_command(shop.toolchain, flavour, shop.installation, links, "program", more_flags),
                         draft.folder(), draft.folder(), product.diagnostics, stop)) {
        return tl::unexpected(std::move(*failure));
    }
    for (const fs::path& link : links) fs::remove(draft.folder() / link);
    product.identity = key;
    return keep_product(shop.cache, std::move(draft), key, "program", std::move(product));
}

}  // namespace lab::build
