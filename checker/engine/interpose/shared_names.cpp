// shared_names.cpp: notes shm_open() and shm_unlink().
#include "interpose/shared_names.hpp"

#include "interpose/export.hpp"
#include "interpose/real.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cstring>

namespace {

// Written by the one process at a time in which the hand-in runs; read when that has ended, however it did.
struct Made {
    static constexpr unsigned capacity = 64;
    char names[capacity][256];
};
Made* g_made = nullptr;

void note(const char* name) {
    if (g_made == nullptr || std::strlen(name) >= sizeof g_made->names[0]) return;
    for (auto& entry : g_made->names) {
        if (entry[0] != '\0' && std::strcmp(entry, name) != 0) continue;
        std::strcpy(entry, name);
        return;
    }
}

bool exists(const char* name) {
    const int file = INTERLEAVE_REAL(shm_open)(name, O_RDONLY, 0);
    if (file >= 0) INTERLEAVE_REAL(close)(file);
    return file >= 0;
}

void forget(const char* name) {
    if (g_made == nullptr) return;
    for (auto& entry : g_made->names)
        if (std::strcmp(entry, name) == 0) entry[0] = '\0';
}

}  // namespace

namespace interleave {

void watch_shared_names() {
    void* memory = mmap(nullptr, sizeof(Made), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) g_made = static_cast<Made*>(memory);
}

std::vector<std::string> take_shared_names() {
    std::vector<std::string> names;
    if (g_made == nullptr) return names;
    for (auto& entry : g_made->names) {
        entry[sizeof entry - 1] = '\0';
        if (entry[0] == '\0') continue;
        if (INTERLEAVE_REAL(shm_unlink)(entry) == 0) names.emplace_back(entry);
        entry[0] = '\0';
    }
    return names;
}

}  // namespace interleave

INTERLEAVE_EXPORT int shm_open(const char* name, int flags, mode_t mode) {
    const bool makes = (flags & O_CREAT) != 0 && !exists(name);
    const int file = INTERLEAVE_REAL(shm_open)(name, flags, mode);
    if (file >= 0 && makes) note(name);
    return file;
}
INTERLEAVE_EXPORT int shm_unlink(const char* name) {
    const int result = INTERLEAVE_REAL(shm_unlink)(name);
    if (result == 0) forget(name);
    return result;
}
