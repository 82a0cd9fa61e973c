// expect: data-race
// A variant changes its alternative while another thread visits it.
#include <cstdio>
#include <string>
#include <thread>
#include <variant>

int main() {
    std::variant<int, std::string> value = 1;
    bool number = false;
    std::thread visitor([&] { number = std::holds_alternative<int>(value); });
    value = "text";
    visitor.join();
    std::printf("%d\n", number || true);
}
