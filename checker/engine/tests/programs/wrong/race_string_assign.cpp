// expect: data-race
// A long string is replaced while another thread copies it.
#include <cstdio>
#include <string>
#include <thread>

int main() {
    std::string text = "a text that does not fit into the object itself";
    std::string copy;
    std::thread reader([&] { copy = text; });
    text = "another text that does not fit into the object itself";
    reader.join();
    std::printf("%zu\n", copy.size());
}
