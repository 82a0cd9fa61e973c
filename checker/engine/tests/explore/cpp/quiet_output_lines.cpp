// expect: nondeterministic
// about: a line in three pieces is torn apart by another thread
#include <iostream>
#include <thread>
void say(int id) { std::cout << "thread " << id << '\n'; }
int main() {
    std::thread a(say, 1), b(say, 2);
    a.join();
    b.join();
}
