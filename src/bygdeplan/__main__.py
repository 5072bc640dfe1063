"""`python -m bygdeplan`."""

from bygdeplan.cli import main

if __name__ == "__main__":
    main()
