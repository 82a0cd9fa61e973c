// unlinks_channels.cpp: removes everything of the checker in shared memory.
#include "hostile.hpp"

#include <filesystem>

int add(int a, int b) {
    static const bool once = [] {
        std::error_code error;
        for (const auto& item : std::filesystem::directory_iterator("/dev/shm", error))
            if (item.path().filename().string().starts_with("interleave-test-none"))
                std::filesystem::remove(item.path(), error);
        return true;
    }();
    (void)once;
    return a + b;
}
