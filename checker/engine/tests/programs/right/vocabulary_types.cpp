// expect: passed
// output: 4 seven 7 text\n
// optional, variant, any and string_view are filled by threads and read after join.
#include <any>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <variant>

int main() {
    static constexpr std::string_view source = "some text";
    std::optional<int> maybe;
    std::variant<int, std::string> either;
    std::any anything;
    std::string_view view;
    std::thread a([&] {
        maybe = 4;
        either = std::string("seven");
    });
    std::thread b([&] {
        anything = 7;
        view = source.substr(5);
    });
    a.join();
    b.join();
    std::cout << *maybe << ' ' << std::get<std::string>(either) << ' ' << std::any_cast<int>(anything) << ' ' << view
              << '\n';
}
