// program.cpp: the main() of the test program; its result is the number of its arguments.
#include <cstdio>
#include <stdexcept>
#include <string_view>

struct AtExit {
    ~AtExit() { std::printf("%s", text); }
    const char* text = "";
} at_exit;

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "throw") throw std::runtime_error("from main");
    if (argc > 1 && std::string_view(argv[1]) == "destroy") at_exit.text = "destroyed\n";
    std::printf("%d arguments\n", argc);
    return argc - 1;
}
