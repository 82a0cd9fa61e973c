// saves.cpp: inotify.
#include "watch/saves.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "build/hand_in.hpp"

namespace lab::watch {

namespace fs = std::filesystem;

Saves::Saves(fs::path folder, std::string file)
    : folder_(std::move(folder)), file_(std::move(file)), descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    add_watch();
    seen_ = look();
}

Saves::~Saves() {
    if (descriptor_ >= 0) close(descriptor_);
}

void Saves::add_watch() {
    if (descriptor_ < 0 || watch_ >= 0) return;
    watch_ = inotify_add_watch(descriptor_, folder_.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR);
}

bool Saves::is_watched(const std::string& name) const {
    return file_.empty() ? build::is_hand_in_file(name) : name == file_;
}

bool Saves::read_events() {
    bool saved = false;
    alignas(inotify_event) char buffer[16384];
    while (true) {
        const ssize_t size = read(descriptor_, buffer, sizeof buffer);
        if (size <= 0) return saved;
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if ((event->mask & IN_IGNORED) != 0) watch_ = -1;  // the folder is gone; there may be another one soon
            if ((event->mask & IN_Q_OVERFLOW) != 0) saved = true;
            if (event->len > 0 && is_watched(event->name)) saved = true;
        }
    }
}

bool Saves::told() {
    if (descriptor_ < 0) return false;
    bool saved = read_events();
    for (int more = 0; saved && more < 4; ++more) {
        pollfd events{descriptor_, POLLIN, 0};
        if (poll(&events, 1, 10) <= 0) break;
        read_events();
    }
    if (saved) seen_ = look();
    return saved;
}

bool Saves::changed() {
    add_watch();
    Stamps now = look();
    const bool changed = now != seen_;
    seen_ = std::move(now);
    return changed;
}

Saves::Stamps Saves::look() const {
    Stamps stamps;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, error)) {
        const std::string name = entry.path().filename().string();
        if (!is_watched(name)) continue;
        Stamp stamp{entry.last_write_time(error), entry.file_size(error)};
        if (!error) stamps[name] = stamp;
    }
    return stamps;
}

}  // namespace lab::watch
