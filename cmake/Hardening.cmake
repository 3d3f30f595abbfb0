# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What lets a mistake with memory end a program before somebody makes use of it. For programs that
# are shipped (Release): the stack is guarded, calls of the C library and of the containers check their
# bounds, the program lies at another address at each start, and the table of the library's functions
# is read-only. installer/check_hardening.sh reads from a program whether it has all of it.

# pressboard_harden(target): whoever links this interface library is built so.
function(pressboard_harden target)
    if(MSVC OR NOT CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
        return()
    endif()
    set(shipped "$<CONFIG:Release,MinSizeRel>")
    # The third level sees sizes that are known only while the program runs.
    set(fortify 2)
    if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
            OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang"
                AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 16))
        set(fortify 3)
    endif()
    target_compile_options(${target} INTERFACE
        "$<${shipped}:-fstack-protector-strong;-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=${fortify}>")
    target_compile_definitions(${target} INTERFACE "$<${shipped}:_GLIBCXX_ASSERTIONS>")
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_link_options(${target} INTERFACE
            "$<${shipped}:-Wl,-z,relro;-Wl,-z,now;-Wl,-z,noexecstack>"
            "$<$<AND:${shipped},$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>>:-pie>")
    endif()
endfunction()
