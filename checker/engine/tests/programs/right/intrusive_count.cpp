// expect: passed
// output: destroyed 1 with 3\n
// A reference count of one's own: relaxed up, release down, acquire fence before the delete.
#include <atomic>
#include <cstdio>
#include <thread>

static int destroyed, last_value;

struct Object {
    std::atomic<int> users = 1;
    std::atomic<int> value = 0;
    ~Object() {
        ++destroyed;
        last_value = value;
    }
};

static Object* share(Object* object) {
    object->users.fetch_add(1, std::memory_order_relaxed);
    return object;
}

static void drop(Object* object) {
    if (object->users.fetch_sub(1, std::memory_order_release) == 1) {
        std::atomic_thread_fence(std::memory_order_acquire);
        delete object;
    }
}

int main() {
    auto* object = new Object;
    std::thread a([mine = share(object)] {
        mine->value += 1;
        drop(mine);
    });
    std::thread b([mine = share(object)] {
        mine->value += 2;
        drop(mine);
    });
    drop(object);
    a.join();
    b.join();
    std::printf("destroyed %d with %d\n", destroyed, last_value);
}
