// expect: passed
// output: once 1, destroyed 6\n
// pthread_once creates a key whose destructor runs at the end of each thread that set it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int created, destroyed;

static void destroy(void* value) {
    pthread_mutex_lock(&guard);
    destroyed += *(int*)value;
    pthread_mutex_unlock(&guard);
    free(value);
}

static void create(void) {
    pthread_key_create(&key, destroy);
    ++created;
}

static void* work(void* argument) {
    pthread_once(&once, create);
    int* own = malloc(sizeof *own);
    *own = *(int*)argument;
    pthread_setspecific(key, own);
    *(int*)pthread_getspecific(key) += 1;
    return NULL;
}

int main(void) {
    pthread_t a, b;
    int one = 1, three = 3;
    pthread_create(&a, NULL, work, &one);
    pthread_create(&b, NULL, work, &three);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_key_delete(key);
    printf("once %d, destroyed %d\n", created, destroyed);
    return 0;
}
