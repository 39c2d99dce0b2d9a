"""What every format of arriving file shares: bytes, dates, markup, threads. Pure; nothing is stored."""
