// expect: passed
// output: 10 abc 3\n
// Memory of new and malloc is freed, and grown, by other threads.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

int main() {
    int* array = nullptr;
    char* text = nullptr;
    std::thread maker([&] {
        array = new int[4]{1, 2, 3, 4};
        text = static_cast<char*>(std::malloc(2));
        std::memcpy(text, "a", 2);
    });
    maker.join();
    int sum = 0;
    std::thread summer([&] {
        for (int i = 0; i < 4; ++i) sum += array[i];
        delete[] array;
    });
    std::thread grower([&] {
        text = static_cast<char*>(std::realloc(text, 100));
        std::strcat(text, "bc");
    });
    summer.join();
    grower.join();
    std::printf("%d %s %zu\n", sum, text, std::strlen(text));
    std::free(text);
}
