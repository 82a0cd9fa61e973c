// sha256.hpp: content hashes (SHA-256, by OpenSSL).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace lab::build {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    // Adds bytes as they are: add("ab") is the same as add("a"), add("b").
    void add(std::string_view bytes);

    // Adds a text with its length, so that lists of texts that differ hash differently.
    void add_field(std::string_view text);

    // 64 hexadecimal digits. At most once.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

std::string sha256(std::string_view bytes);

// Of a file's content; empty if it cannot be read.
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace lab::build
