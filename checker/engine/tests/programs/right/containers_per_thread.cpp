// expect: passed
// output: 3 3 cba cba 2\n
// deque, list, set and string inside each thread, results moved out.
#include <deque>
#include <iostream>
#include <list>
#include <set>
#include <string>
#include <thread>
#include <utility>

static std::pair<std::size_t, std::string> work() {
    std::deque<int> deque{1, 2};
    deque.push_front(0);
    std::list<char> list{'a', 'b'};
    list.push_back('c');
    list.reverse();
    std::set<std::string> words{"x", "y", "x"};
    return {deque.size() + words.size() - 2, std::string(list.begin(), list.end())};
}

int main() {
    std::pair<std::size_t, std::string> a, b;
    std::thread one([&] { a = work(); });
    std::thread two([&] { b = work(); });
    one.join();
    two.join();
    std::cout << a.first << ' ' << b.first << ' ' << a.second << ' ' << b.second << ' ' << 2 << '\n';
}
