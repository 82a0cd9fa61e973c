// expect: passed
// output: 18\n
// A stream buffer that locks, with a stream of its own for each thread.
#include <iostream>
#include <mutex>
#include <ostream>
#include <streambuf>
#include <string>
#include <thread>

class Screen : public std::streambuf {
public:
    std::size_t size() const { return text_.size(); }

private:
    std::streamsize xsputn(const char* text, std::streamsize count) override {
        std::lock_guard lock(mutex_);
        text_.append(text, static_cast<std::size_t>(count));
        return count;
    }
    int overflow(int letter) override {
        std::lock_guard lock(mutex_);
        text_.push_back(static_cast<char>(letter));
        return letter;
    }

    std::mutex mutex_;
    std::string text_;
};

int main() {
    Screen screen;
    const auto print = [&](int number) {
        std::ostream out(&screen);
        out << "number " << number << '\n';
    };
    std::thread first(print, 1), second(print, 2);
    first.join();
    second.join();
    std::cout << screen.size() << '\n';
}
