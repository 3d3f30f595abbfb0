// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory_resource>

namespace pressboard::server {

/// Base of a class with thousands of objects that are walked over in one go: they lie side by side
/// in memory, in a pool. Between two of them the kernel sends something, after which the processor
/// no longer knows where the next one's page lies: on a page of its own each object would cost a
/// walk through the page tables, which took longer than all the rest of our work. For objects of
/// one thread. Under a sanitizer they are allocated where it can watch them.
template<typename Object> class PoolAllocated
{
public:
    static void *operator new(std::size_t size) { return place().allocate(size, alignof(Object)); }
    static void operator delete(void *object, std::size_t size)
    {
        place().deallocate(object, size, alignof(Object));
    }

private:
    static std::pmr::memory_resource &place()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return *std::pmr::new_delete_resource();
#else
        static std::pmr::unsynchronized_pool_resource pool;
        return pool;
#endif
    }
};

} // namespace pressboard::server
