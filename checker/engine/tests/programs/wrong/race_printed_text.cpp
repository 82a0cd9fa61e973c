// expect: data-race
// One thread prints a text in which the other one changes a letter.
#include <iostream>
#include <thread>

static char text[] = "three letters";

int main() {
    std::thread other([] { text[0] = 'T'; });
    std::cout << text << '\n';
    other.join();
}
