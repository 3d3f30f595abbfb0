# SPDX-FileCopyrightText: The Pressboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What every target shares, in one place: warnings, Qt's strict defines, sanitizers,
# and the one-line helpers that make a folder of the source a library of its own.

add_library(pressboard_flags INTERFACE)
target_compile_features(pressboard_flags INTERFACE cxx_std_20)
target_include_directories(pressboard_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(pressboard_flags INTERFACE
    PRESSBOARD_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(pressboard_flags INTERFACE /W4 /utf-8 /permissive-)
    if(PRESSBOARD_WERROR)
        target_compile_options(pressboard_flags INTERFACE /WX)
    endif()
else()
    target_compile_options(pressboard_flags INTERFACE
        -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wshadow=local)
    if(PRESSBOARD_WERROR)
        target_compile_options(pressboard_flags INTERFACE -Werror)
    endif()
endif()
if(NOT PRESSBOARD_SANITIZE) # which guards the same, and better
    pressboard_harden(pressboard_flags)
endif()
if(PRESSBOARD_SANITIZE)
    target_compile_options(pressboard_flags INTERFACE
        -fsanitize=${PRESSBOARD_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    # What the sanitizers are there for is the product: in the tests' own code the checks for undefined
    # behaviour only take time, as much as all the rest of compiling them.
    target_compile_options(pressboard_flags INTERFACE
        $<$<BOOL:$<TARGET_PROPERTY:PRESSBOARD_IS_TEST>>:-fno-sanitize=undefined>)
    target_link_options(pressboard_flags INTERFACE -fsanitize=${PRESSBOARD_SANITIZE})
endif()

# Qt's headers cost more to read than our sources to compile, so they are read once for all libraries
# that may see them anyway: GCC and Clang take a precompiled header built with other link-dependent
# -D flags, as long as those do not matter in it.
option(PRESSBOARD_PCH "Precompile Qt's headers" OFF)
function(pressboard_precompile name)
    cmake_parse_arguments(PRECOMPILE "TEST" "" "HEADERS;LINKS" ${ARGN})
    if(NOT PRESSBOARD_PCH)
        return()
    endif()
    add_library(${name} OBJECT "${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp")
    set_target_properties(${name} PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ON
        PRESSBOARD_IS_TEST "${PRECOMPILE_TEST}")
    target_link_libraries(${name} PRIVATE pressboard_flags ${PRECOMPILE_LINKS})
    target_precompile_headers(${name} PRIVATE ${PRECOMPILE_HEADERS})
endfunction()
pressboard_precompile(pressboard_pch_core HEADERS <QtCore> LINKS Qt6::Core)

function(pressboard_use_precompiled name)
    cmake_parse_arguments(PRECOMPILED "TEST" "" "" ${ARGN})
    if(NOT PRESSBOARD_PCH)
        return()
    endif()
    get_target_property(links ${name} LINK_LIBRARIES)
    set(modules core)
    if("Qt6::Widgets" IN_LIST links AND TARGET pressboard_pch_widgets)
        set(modules widgets)
    endif()
    if(PRECOMPILED_TEST)
        string(PREPEND modules test_)
    endif()
    target_precompile_headers(${name} REUSE_FROM pressboard_pch_${modules})
endfunction()

# pressboard_library(name SOURCES … ALONE … LINKS … PRIVATE_LINKS …): one folder, one static library.
# LINKS is the layering: a file includes only from what its library links. All share one include
# path, so a wrong include compiles; the test style_includes names it. ALONE are sources with a local
# name that another one has, too: a unity build compiles them by themselves.
function(pressboard_library name)
    cmake_parse_arguments(LIBRARY "" "" "SOURCES;ALONE;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(${name} STATIC ${LIBRARY_SOURCES})
    target_link_libraries(${name}
        PUBLIC pressboard_flags ${LIBRARY_LINKS}
        PRIVATE ${LIBRARY_PRIVATE_LINKS})
    set_source_files_properties(${LIBRARY_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    pressboard_use_precompiled(${name})
endfunction()

# A test of one file includes the moc output of that file and nothing else needs moc: running moc by
# itself spares two of the four build steps that AUTOMOC takes for each of some three hundred tests.
function(pressboard_moc_test name source)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    get_filename_component(base ${source} NAME_WE)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    file(MAKE_DIRECTORY "${folder}")
    qt6_generate_moc(${source} "${folder}/${base}.moc" TARGET ${name})
    target_sources(${name} PRIVATE "${folder}/${base}.moc")
    target_include_directories(${name} PRIVATE "${folder}")
endfunction()

# add_unit_test(name LINKS …): tests/<dir>/name.cpp, a QTest executable, one ctest entry.
function(add_unit_test name)
    cmake_parse_arguments(TEST "" "TIMEOUT" "LINKS;SOURCES;LABELS" ${ARGN})
    # Two folders may each have a tst_connection: the second is told apart by its folder.
    set(source ${name}.cpp)
    if(TARGET ${name})
        get_filename_component(folder "${CMAKE_CURRENT_SOURCE_DIR}/.." ABSOLUTE)
        get_filename_component(folder "${folder}" NAME)
        string(REPLACE "tst_" "tst_${folder}_" name ${name})
    endif()
    add_executable(${name} ${source} ${TEST_SOURCES})
    set_target_properties(${name} PROPERTIES PRESSBOARD_IS_TEST ON UNITY_BUILD OFF)
    target_link_libraries(${name} PRIVATE pressboard_flags Qt6::Test ${TEST_LINKS})
    if(NOT TEST_SOURCES)
        pressboard_moc_test(${name} ${source})
    endif()
    pressboard_use_precompiled(${name} TEST)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 120)
    endif()
    # Qt Test has a limit of its own, five minutes a function: less than some need with --long.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT} LABELS "${TEST_LABELS}"
        ENVIRONMENT_MODIFICATION "QTEST_FUNCTION_TIMEOUT=set:${TEST_TIMEOUT}000")
endfunction()
