// toml_table.hpp: reads the keys of a TOML table, and notes every mistake with its position.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "course/problem.hpp"

namespace lab::course {

// Reads one table. Each getter marks its key as known; finish() complains about the keys that no getter asked for.
class TomlTable {
public:
    // The top of a TOML text; none if it is not TOML, which is then a problem. `problems` must outlive the table.
    static std::optional<TomlTable> parse(std::string_view text, const std::filesystem::path& file,
                                          std::vector<Problem>& problems);

    // A missing optional key gives the fallback; a missing required one is a problem.
    std::string required_text(std::string_view key);
    std::optional<Placed> optional_text(std::string_view key);
    std::vector<Placed> texts(std::string_view key, bool required);
    bool flag(std::string_view key, bool fallback);
    // A whole number from `least` to `most`; none if absent, or wrong (which is a problem).
    std::optional<std::int64_t> number(std::string_view key, std::int64_t least, std::int64_t most);
    // A table within; none if absent (a problem if required) or if it is something else.
    std::optional<TomlTable> table(std::string_view key, bool required);
    // [[key]]: none or more tables.
    std::vector<TomlTable> tables(std::string_view key);
    bool has(std::string_view key);
    // Where the key's value stands.
    Position position_of(std::string_view key) const;

    void finish();

    Position position() const;
    void complain(Position at, std::string what, std::string remedy);

private:
    struct View;  // the document, and the table in it
    TomlTable(std::shared_ptr<const View> view, std::string name, std::vector<Problem>& problems);

    std::string place(std::string_view key) const;

    std::shared_ptr<const View> view_;
    std::string name_;
    std::vector<Problem>* problems_;
    std::vector<std::string> known_;
};

}  // namespace lab::course
