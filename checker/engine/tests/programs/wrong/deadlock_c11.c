// expect: deadlock
// Two C11 mutexes in opposite orders.
#include <threads.h>

static mtx_t first, second;

static int work(void* swapped) {
    mtx_t* outer = *(int*)swapped ? &second : &first;
    mtx_t* inner = *(int*)swapped ? &first : &second;
    mtx_lock(outer);
    mtx_lock(inner);
    mtx_unlock(inner);
    mtx_unlock(outer);
    return 0;
}

int main(void) {
    thrd_t a, b;
    int yes = 1, no = 0;
    mtx_init(&first, mtx_plain);
    mtx_init(&second, mtx_plain);
    thrd_create(&a, work, &yes);
    thrd_create(&b, work, &no);
    thrd_join(a, NULL);
    thrd_join(b, NULL);
    return 0;
}
