// temporary_folder.hpp: a folder of its own for one test.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

struct TemporaryFolder {
    std::filesystem::path path;

    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "lab-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = std::filesystem::canonical(name);
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    void write(const std::filesystem::path& file, const std::string& text) const {
        std::filesystem::create_directories((path / file).parent_path());
        std::ofstream(path / file) << text;
    }
    std::string read(const std::filesystem::path& file) const {
        std::ifstream stream(path / file);
        std::ostringstream text;
        text << stream.rdbuf();
        return text.str();
    }
};
