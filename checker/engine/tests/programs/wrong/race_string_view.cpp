// expect: data-race
// A string_view is read while its string is written.
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

int main() {
    std::string text = "abc";
    std::string_view view = text;
    int found = 0;
    std::thread reader([&] {
        for (char c : view) found += c == 'x';
    });
    text[1] = 'x';
    reader.join();
    std::printf("%d\n", found);
}
