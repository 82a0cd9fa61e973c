// saves.hpp: notices that a file of a folder was saved, whether the editor writes it or puts a new one in its place.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace lab::watch {

// Watches the folder, not the file: most editors save by rename. By inotify, and by looking from time to time, since
// network folders and some containers tell nothing.
class Saves {
public:
    // `file`: only this one of the folder; empty: all C++ files.
    explicit Saves(std::filesystem::path folder, std::string file = {});
    ~Saves();
    Saves(const Saves&) = delete;
    Saves& operator=(const Saves&) = delete;

    // Readable when something may have been saved; -1: inotify does not work here.
    int descriptor() const { return descriptor_; }

    // Reads what the kernel has told; true if a file was saved. Waits a few milliseconds for more, so that one save by
    // several steps counts once.
    bool told();

    // Looks at the folder: true if it is not as it was at the last told() or changed().
    bool changed();

private:
    struct Stamp {
        std::filesystem::file_time_type time;
        std::uintmax_t size = 0;
        bool operator==(const Stamp&) const = default;
    };
    using Stamps = std::map<std::string, Stamp>;

    bool read_events();
    bool is_watched(const std::string& name) const;
    void add_watch();
    Stamps look() const;

    std::filesystem::path folder_;
    std::string file_;
    int descriptor_;
    int watch_ = -1;
    Stamps seen_;
};

}  // namespace lab::watch
