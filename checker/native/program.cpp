// program.cpp: keeps and calls the hand-in's own main().
#include "program.hpp"

#include <unistd.h>

extern "C" const char interleave_has_no_program __attribute__((weak));

namespace interleave::native {
namespace {

MainFunction program_main = nullptr;

}  // namespace

void set_program(MainFunction main) noexcept { program_main = main; }

bool has_program() noexcept { return program_main != nullptr && &interleave_has_no_program == nullptr; }

int call_program(const std::vector<std::string>& arguments) {
    auto& kept = *new std::vector<std::string>{"program"};
    kept.insert(kept.end(), arguments.begin(), arguments.end());
    auto& pointers = *new std::vector<char*>;
    for (std::string& argument : kept) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    return program_main(static_cast<int>(kept.size()), pointers.data(), environ);
}

}  // namespace interleave::native
