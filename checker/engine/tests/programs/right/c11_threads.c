// expect: passed
// output: 6 1 7\n
// C11 threads: thrd, mtx, cnd, call_once, tss.
#include <stdio.h>
#include <threads.h>

static mtx_t guard;
static cnd_t changed;
static once_flag once = ONCE_FLAG_INIT;
static tss_t slot;
static int counter, initialised, arrived;

static void initialise(void) { ++initialised; }

static int work(void* argument) {
    int mine = *(int*)argument;
    call_once(&once, initialise);
    tss_set(slot, argument);
    mtx_lock(&guard);
    counter += mine;
    ++arrived;
    cnd_broadcast(&changed);
    while (arrived < 2) cnd_wait(&changed, &guard);
    mtx_unlock(&guard);
    return *(int*)tss_get(slot) + 1;
}

int main(void) {
    thrd_t threads[2];
    int numbers[2] = {2, 4}, results[2];
    mtx_init(&guard, mtx_plain);
    cnd_init(&changed);
    tss_create(&slot, NULL);
    for (int i = 0; i < 2; ++i)
        if (thrd_create(&threads[i], work, &numbers[i]) != thrd_success) return 1;
    for (int i = 0; i < 2; ++i) thrd_join(threads[i], &results[i]);
    printf("%d %d %d\n", counter, initialised, results[0] + results[1] - 1);
    tss_delete(slot);
    cnd_destroy(&changed);
    mtx_destroy(&guard);
    return 0;
}
