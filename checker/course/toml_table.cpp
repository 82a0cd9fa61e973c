// toml_table.cpp: typed access to TOML with complaints that a course author can act on. The only file that knows
// toml++.
#include "course/toml_table.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "course/nearest.hpp"

namespace lab::course {

struct TomlTable::View {
    std::shared_ptr<const toml::table> document;
    const toml::table* table;
    std::filesystem::path file;
};

namespace {

Position begin_of(const toml::source_region& source) { return {source.begin.line, source.begin.column}; }

std::string type_name(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::string: return "a text";
        case toml::node_type::integer: return "a whole number";
        case toml::node_type::floating_point: return "a number with a fraction";
        case toml::node_type::boolean: return "true or false";
        case toml::node_type::array: return "a list";
        case toml::node_type::table: return "a table";
        default: return "a date or time";
    }
}

std::string wrong_type(const std::string& place, const toml::node& node) {
    return fmt::format("{} is {}", place, type_name(node));
}

}  // namespace

TomlTable::TomlTable(std::shared_ptr<const View> view, std::string name, std::vector<Problem>& problems)
    : view_(std::move(view)), name_(std::move(name)), problems_(&problems) {}

std::optional<TomlTable> TomlTable::parse(std::string_view text, const std::filesystem::path& file,
                                          std::vector<Problem>& problems) {
    try {
        auto document = std::make_shared<const toml::table>(toml::parse(text, file.string()));
        const toml::table* top = document.get();
        return TomlTable(std::make_shared<const View>(View{std::move(document), top, file}), "", problems);
    } catch (const toml::parse_error& error) {
        problems.push_back({file, begin_of(error.source()), std::string(error.description()), "mend the TOML there"});
        return std::nullopt;
    }
}

Position TomlTable::position() const { return name_.empty() ? Position{1, 1} : begin_of(view_->table->source()); }

Position TomlTable::position_of(std::string_view key) const {
    const toml::node* node = view_->table->get(key);
    return node == nullptr ? position() : begin_of(node->source());
}

void TomlTable::complain(Position at, std::string what, std::string remedy) {
    problems_->push_back({view_->file, at, std::move(what), std::move(remedy)});
}

std::string TomlTable::place(std::string_view key) const {
    return name_.empty() ? fmt::format("`{}`", key) : fmt::format("`{}` in {}", key, name_);
}

bool TomlTable::has(std::string_view key) {
    known_.emplace_back(key);
    return view_->table->contains(key);
}

std::optional<Placed> TomlTable::optional_text(std::string_view key) {
    if (!has(key)) return std::nullopt;
    const toml::node& node = *view_->table->get(key);
    const Position at = begin_of(node.source());
    const auto* text = node.as_string();
    if (text == nullptr) {
        complain(at, wrong_type(place(key), node), fmt::format("it must be a text: {} = \"...\"", key));
    } else if (text->get().empty()) {
        complain(at, fmt::format("{} is empty", place(key)), "write something");
    }
    return Placed{text == nullptr ? "" : text->get(), at};
}

std::string TomlTable::required_text(std::string_view key) {
    if (auto text = optional_text(key)) return text->text;
    complain(position(), fmt::format("{} is missing", place(key)), fmt::format("add: {} = \"...\"", key));
    return "";
}

std::vector<Placed> TomlTable::texts(std::string_view key, bool required) {
    if (!has(key)) {
        if (required) {
            complain(position(), fmt::format("{} is missing", place(key)), fmt::format("add: {} = [\"...\"]", key));
        }
        return {};
    }
    const toml::node& node = *view_->table->get(key);
    const std::string remedy = fmt::format("it must be a list of texts: {} = [\"...\", \"...\"]", key);
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        complain(begin_of(node.source()), wrong_type(place(key), node), remedy);
        return {};
    }
    if (list->empty()) complain(begin_of(node.source()), fmt::format("{} is empty", place(key)), "name at least one");
    std::vector<Placed> texts;
    for (const toml::node& element : *list) {
        if (const auto* text = element.as_string()) {
            texts.push_back({text->get(), begin_of(element.source())});
        } else {
            complain(begin_of(element.source()), wrong_type("an entry of " + place(key), element), remedy);
        }
    }
    return texts;
}

bool TomlTable::flag(std::string_view key, bool fallback) {
    if (!has(key)) return fallback;
    const toml::node& node = *view_->table->get(key);
    if (const auto* value = node.as_boolean()) return value->get();
    complain(begin_of(node.source()), wrong_type(place(key), node), "it must be true or false");
    return fallback;
}

std::optional<std::int64_t> TomlTable::number(std::string_view key, std::int64_t least, std::int64_t most) {
    if (!has(key)) return std::nullopt;
    const toml::node& node = *view_->table->get(key);
    const auto* value = node.as_integer();
    if (value == nullptr) {
        complain(begin_of(node.source()), wrong_type(place(key), node), "it must be a whole number");
        return std::nullopt;
    }
    if (value->get() < least || value->get() > most) {
        complain(begin_of(node.source()), fmt::format("{} is {}", place(key), value->get()),
                 fmt::format("it must be from {} to {}", least, most));
        return std::nullopt;
    }
    return value->get();
}

std::optional<TomlTable> TomlTable::table(std::string_view key, bool required) {
    if (!has(key)) {
        if (required) complain(position(), fmt::format("[{}] is missing", key), fmt::format("add a table [{}]", key));
        return std::nullopt;
    }
    const toml::node& node = *view_->table->get(key);
    if (const toml::table* inner = node.as_table()) {
        return TomlTable(std::make_shared<const View>(View{view_->document, inner, view_->file}),
                         fmt::format("[{}]", key), *problems_);
    }
    complain(begin_of(node.source()), wrong_type(place(key), node), fmt::format("it must be a table: [{}]", key));
    return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    if (!has(key)) return {};
    const toml::node& node = *view_->table->get(key);
    const std::string remedy = fmt::format("it must be a list of tables, each begun with [[{}]]", key);
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        complain(begin_of(node.source()), wrong_type(place(key), node), remedy);
        return {};
    }
    std::vector<TomlTable> tables;
    for (const toml::node& element : *list) {
        if (const toml::table* inner = element.as_table()) {
            tables.push_back(TomlTable(std::make_shared<const View>(View{view_->document, inner, view_->file}),
                                       fmt::format("[[{}]]", key), *problems_));
        } else {
            complain(begin_of(element.source()), wrong_type("an entry of " + place(key), element), remedy);
        }
    }
    return tables;
}

void TomlTable::finish() {
    std::sort(known_.begin(), known_.end());
    known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
    for (const auto& [key, node] : *view_->table) {
        const std::string name(key.str());
        if (std::binary_search(known_.begin(), known_.end(), name)) continue;
        const auto meant = nearest(name, known_);
        const std::string where = name_.empty() ? "" : fmt::format(" in {}", name_);
        complain(begin_of(key.source()), fmt::format("unknown key `{}`{}", name, where),
                 meant ? fmt::format("did you mean `{}`?", *meant)
                       : fmt::format("the known ones are: {}", fmt::join(known_, ", ")));
    }
}

}  // namespace lab::course
