// expect: data-race
// An object is deleted while another thread may still use it.
#include <cstdio>
#include <thread>

struct Object {
    int value = 1;
};

int main() {
    auto* object = new Object;
    int seen = 0;
    std::thread user([&seen, object] { seen = object->value; });
    delete object;
    user.join();
    std::printf("%d\n", seen != 0);
}
