// expect: passed
// output: worker failed: broken\n
// exception_ptr carries an exception to main.
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <thread>

int main() {
    std::exception_ptr failure;
    std::thread worker([&] {
        try {
            throw std::logic_error("broken");
        } catch (...) {
            failure = std::current_exception();
        }
    });
    worker.join();
    try {
        if (failure) std::rethrow_exception(failure);
    } catch (const std::logic_error& error) {
        std::printf("worker failed: %s\n", error.what());
    }
}
