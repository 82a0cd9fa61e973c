// expect: data-race
// One thread closes the file to which the other one still writes.
#include <fstream>
#include <thread>

int main() {
    std::ofstream out("/dev/null");
    std::thread writer([&] { out << "x"; });
    out.close();
    writer.join();
}
